package org.engagementledger.api.engagement;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.api.engagement.Parts.ContactPart;
import org.engagementledger.api.engagement.Parts.DefendantPart;
import org.engagementledger.api.engagement.Parts.IssuePart;
import org.engagementledger.api.engagement.Parts.NotePart;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.command.Submit;
import org.jspecify.annotations.Nullable;

/**
 * The request that opens an engagement.
 *
 * @param inPerson whether the defendant is a litigant in person; false unless said
 * @param contact how whoever asks can be reached
 * @param urn the unique reference number of the case, as practitioners write it
 * @param court the court's OU code
 * @param hearingDate the hearing's day
 * @param idpcReceived whether the initial details of the prosecution case have been received, as
 *     they must be before the first hearing; false unless said
 * @param defendants at least one
 * @param issues at least one
 * @param notes further texts
 */
record NewEngagement(
        @Nullable Boolean inPerson,
        @Nullable ContactPart contact,
        @Nullable String urn,
        @Nullable String court,
        @Nullable Stage stage,
        @Nullable LocalDate hearingDate,
        @Nullable Boolean idpcReceived,
        @Nullable List<DefendantPart> defendants,
        @Nullable List<IssuePart> issues,
        @Nullable List<NotePart> notes) {

    Submit command(Subjects subjects) {
        Shape shape = new Shape();
        return shape.complete(
                new Submit(
                        subjects.engagement(),
                        Boolean.TRUE.equals(inPerson),
                        contact == null ? null : contact.contact(subjects),
                        urn,
                        court,
                        stage,
                        hearingDate,
                        Boolean.TRUE.equals(idpcReceived),
                        shape.each(
                                defendants,
                                "/defendants",
                                (part, at) -> part.defendant(shape, at, subjects)),
                        shape.each(
                                issues, "/issues", (part, at) -> part.issue(shape, at, subjects)),
                        shape.each(notes, "/notes", (part, at) -> part.note(shape, at, subjects))));
    }
}
