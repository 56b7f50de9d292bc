package org.engagementledger.query.casehistory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.query.engagement.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * An engagement as a list of fields, each with one value: what of it can change. A field is named
 * by where it stands in the engagement as it is shown, its lists by the ids of their parts. What is
 * only there or not is {@code PRESENT}.
 *
 * <p>All of it comes from components of events that are shared between the two sides (ADR 10): the
 * sheet holds nothing that says it isn't.
 */
final class Fields {

    private static final String PLEAS = "pleas/";
    private static final String REQUESTS = "informationRequests/";
    private static final String PRESENT = "PRESENT";

    private final Map<String, String> all = new LinkedHashMap<>();

    private Fields() {}

    /** The fields that have a value. */
    static Map<String, String> of(Sheet sheet) {
        Fields fields = new Fields();
        fields.engagement(sheet);
        sheet.people().forEach(fields::defendant);
        fields.parts(sheet.file());
        return fields.all;
    }

    /**
     * Whether a field like this can be missing without having changed: a case file keeps only the
     * latest of the pleas and requests that nothing more can be done about.
     */
    static boolean canBeForgotten(String field) {
        return field.startsWith(PLEAS) || field.startsWith(REQUESTS);
    }

    private void engagement(Sheet sheet) {
        CaseFile file = sheet.file();
        put("status", sheet.status());
        put("firm", file.firm().map(FirmId::value).orElse(null));
        put("escalated", sheet.escalated() ? PRESENT : null);
        put("hearing/date", file.hearingDate());
        file.booking()
                .ifPresent(
                        slot -> {
                            put("slot/surgery", slot.surgery().value());
                            put("slot/start", slot.start());
                        });
        if (file.waiting() != null) {
            waiting(file.waiting());
        }
    }

    private void waiting(CaseFile.Waiting waiting) {
        put("waiting", PRESENT);
        put("waiting/priority", waiting.priority() ? PRESENT : null);
        put("waiting/suitableFrom", waiting.suitableFrom());
        put("waiting/suitableUntil", waiting.suitableUntil());
        CaseFile.Offer offer = waiting.offer();
        if (offer != null) {
            put("waiting/offer/surgery", offer.slot().surgery().value());
            put("waiting/offer/start", offer.slot().start());
            put("waiting/offer/until", offer.until());
        }
    }

    private void defendant(Sheet.Person person) {
        String defendant = "defendants/" + person.id().value();
        put(defendant, PRESENT);
        person.detention()
                .ifPresent(
                        held -> {
                            put(defendant + "/custody", held.status());
                            put(defendant + "/custodyTimeLimit", held.limit());
                        });
        person.present().sorted().forEach(need -> put(defendant + "/needs/" + need, PRESENT));
    }

    private void parts(CaseFile file) {
        file.charges()
                .offences()
                .forEach(
                        offence ->
                                put(
                                        "defendants/%s/offences/%s"
                                                .formatted(
                                                        offence.defendant().value(),
                                                        offence.offence().value()),
                                        PRESENT));
        file.issues()
                .entries()
                .forEach(
                        issue ->
                                put(
                                        "issues/" + issue.id().value() + "/status",
                                        issue.trail().current().orElse(null)));
        file.requests()
                .entries()
                .forEach(
                        request ->
                                put(
                                        REQUESTS + request.id().value() + "/status",
                                        request.open()
                                                .current()
                                                .map(open -> open ? "OPEN" : "ANSWERED")
                                                .orElse(null)));
        file.pleas()
                .entries()
                .forEach(
                        plea ->
                                put(
                                        PLEAS + plea.id().value() + "/status",
                                        plea.trail()
                                                .current()
                                                .map(standing -> standing.status())
                                                .orElse(null)));
    }

    private void put(String field, @Nullable Object value) {
        if (value != null) {
            all.put(field, value.toString());
        }
    }
}
