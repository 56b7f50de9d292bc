package org.engagementledger.api.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.engagementledger.api.problem.Misasked;
import org.engagementledger.api.read.Pages;
import org.engagementledger.api.security.Caller;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.query.Queries;
import org.engagementledger.query.feed.FeedEvent;
import org.engagementledger.query.feed.ReadFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** All events, in one dense order that is the same for everybody and for ever. */
@RestController
@RequestMapping("/api/events")
class FeedController {

    private final Queries queries;
    private final Opener opener;
    private final FeedStreams streams;

    FeedController(Queries queries, Opener opener, FeedStreams streams) {
        this.queries = queries;
        this.opener = opener;
        this.streams = streams;
    }

    /**
     * A page of the feed. The last page has no {@code Link}: go on after its last event, or follow
     * the stream.
     *
     * @param after the position of the last event that the reader has; 0 to begin
     * @param limit how many at most
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<FeedEvent>> readEvents(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = Pages.USUAL) int limit,
            Caller caller) {
        Actor reader = reader(caller);
        ReadFeed page = new ReadFeed(reader, position(after), Pages.limit(limit));
        List<FeedEvent> events = opened(queries.ask(page));
        return Pages.page(
                events, events.size() == limit ? Long.toString(events.getLast().position()) : null);
    }

    /**
     * The feed as server-sent events, for as long as the reader listens: what comes after the event
     * that it had last, or from now on. An event's id is its position, so that a reader that was
     * cut off goes on where it stopped.
     *
     * @param after the position of the last event that the reader has
     * @param last the same, as a browser says it when it comes back
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter followEvents(
            @RequestParam @Nullable Long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
            Caller caller) {
        Actor reader = reader(caller);
        Long from = last == null ? after : last;
        Long position = from == null ? null : position(from);
        // That somebody begins to listen is on record, whatever there will be to hear.
        queries.ask(new ReadFeed(reader, 0, 0));
        return streams.open(
                position,
                (next, limit) -> opened(queries.askOn(new ReadFeed(reader, next, limit))));
    }

    private static Actor reader(Caller caller) {
        if (!ReadFeed.isOpenTo(caller.actor().role())) {
            throw new AccessDeniedException("The feed isn't open to this role");
        }
        return caller.actor();
    }

    private static long position(long asked) {
        if (asked < 0) {
            throw Misasked.parameter(
                    "after", "POSITION_MALFORMED", "A position is 0 or a positive number.");
        }
        return asked;
    }

    private List<FeedEvent> opened(ReadFeed.Page page) {
        List<FeedEvent> sealed = page.events();
        List<JsonNode> facts =
                opener.openAll(
                        sealed.stream().map(FeedEvent::facts).filter(Objects::nonNull).toList());
        if (facts.isEmpty()) {
            return sealed;
        }
        List<FeedEvent> opened = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            opened.add(sealed.get(i).with(facts.get(i)));
        }
        return opened;
    }
}
