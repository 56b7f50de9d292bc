package org.engagementledger.command.idempotency;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;

/**
 * Stands before every handler of a command: one that repeats a request is answered as the first was
 * and never reaches its handler. It works in the unit of work, where the command is carried out, so
 * it holds on every node and for every attempt.
 */
final class RepeatedRequests implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final KeptAnswers answers;
    private final Fingerprints fingerprints;
    private final EventReader events;
    private final CommandTargetResolver target;
    private final Clock clock;

    RepeatedRequests(
            KeptAnswers answers,
            Fingerprints fingerprints,
            EventReader events,
            CommandTargetResolver target,
            Clock clock) {
        this.answers = answers;
        this.fingerprints = fingerprints;
        this.events = events;
        this.target = target;
        this.clock = clock;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain handler)
            throws Exception {
        CommandMessage<?> command = unit.getMessage();
        Object request = command.getMetaData().get(Provenance.IDEMPOTENCY_KEY_HASH);
        return request == null ? handler.proceed() : answer(request.toString(), command, handler);
    }

    private Object answer(String request, CommandMessage<?> command, InterceptorChain handler)
            throws Exception {
        KeptAnswers.Standing standing = answers.begin(request);
        if (standing.inFlight()) {
            return new Answer.Refused(Refusal.of(Rule.REQUEST_IN_FLIGHT, ""));
        }
        String fingerprint = fingerprints.of(command.getPayload());
        if (standing.kept().isPresent()) {
            return again(standing.kept().get(), fingerprint);
        }
        List<StoredEvent> written =
                events.writtenBy(request, target.resolveTarget(command).getIdentifier());
        if (!written.isEmpty()) {
            return Answer.Accepted.with(
                    written.getLast().sequence(),
                    written.stream().map(StoredEvent::payload).toList());
        }
        Object answer = handler.proceed();
        if (answer instanceof Answer given && isFinal(given)) {
            answers.keep(request, fingerprints.seal(fingerprint), given, clock.instant());
        }
        return answer;
    }

    /** A fingerprint whose key was destroyed says nothing against giving the answer again. */
    private Answer again(KeptAnswers.Kept kept, String fingerprint) {
        return fingerprints.open(kept.fingerprint()).filter(it -> !it.equals(fingerprint)).isEmpty()
                ? kept.answer()
                : new Answer.Refused(Refusal.of(Rule.KEY_REUSED, ""));
    }

    /**
     * Whoever is told that they asked on an outdated version may ask the same on the current one.
     * And of what isn't there no answer can be kept: so none is either that whoever may not know is
     * given, or what they are told next would be another.
     */
    private static boolean isFinal(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> true;
            case Answer.Foreseen foreseen -> false;
            case Answer.Refused refused ->
                    refused.refusals().stream()
                            .map(Refusal::rule)
                            .noneMatch(
                                    rule ->
                                            rule == Rule.VERSION_OUTDATED
                                                    || rule == Rule.ENGAGEMENT_UNKNOWN
                                                    || rule == Rule.CALENDAR_UNKNOWN
                                                    || rule.kind() == Rule.Kind.FORBIDDEN);
        };
    }
}
