package org.engagementledger.query.waitinglist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.LastSurgeryNear;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceLeft;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.jspecify.annotations.Nullable;

/**
 * Who waits at a court, as far as it is shown.
 *
 * @param places in the order in which they were taken
 */
record Queue(List<Place> places) {

    static final Queue EMPTY = new Queue(List.of());

    /**
     * @param until when the offer ends that is made to it; null if none is
     * @param warning that its last surgery is near; null if that hasn't been said
     */
    record Place(WaitingCase waiting, @Nullable Instant until, @Nullable Warning warning) {}

    /**
     * @param surgery null if none was left
     * @param start null if none was left
     */
    record Warning(@Nullable SurgeryId surgery, @Nullable Instant start) {}

    Queue {
        places = List.copyOf(places);
    }

    Queue after(WaitingListEvent event) {
        List<Place> changed = new ArrayList<>(places);
        switch (event) {
            case PlaceTaken e -> changed.add(new Place(e.waiting(), null, null));
            case PlaceChanged e ->
                    changed.replaceAll(
                            place ->
                                    isOf(place, e.waiting().engagement())
                                            ? new Place(
                                                    e.waiting(),
                                                    e.waiting().offered() == null
                                                            ? null
                                                            : place.until(),
                                                    place.warning())
                                            : place);
            case PlaceLeft e -> changed.removeIf(place -> isOf(place, e.engagement()));
            case OfferDecided e ->
                    changed.replaceAll(
                            place ->
                                    isOf(place, e.engagement())
                                            ? new Place(
                                                    place.waiting().with(e.slot()),
                                                    e.until(),
                                                    place.warning())
                                            : place);
            case LastSurgeryNear e ->
                    changed.replaceAll(
                            place ->
                                    isOf(place, e.engagement())
                                            ? new Place(
                                                    place.waiting(),
                                                    place.until(),
                                                    new Warning(e.surgery(), e.start()))
                                            : place);
        }
        return new Queue(changed);
    }

    private static boolean isOf(Place place, EngagementId engagement) {
        return place.waiting().engagement().equals(engagement);
    }
}
