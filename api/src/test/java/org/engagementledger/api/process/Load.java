package org.engagementledger.api.process;

import static org.engagementledger.api.process.Cases.at;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Cases.Surgery;
import org.jspecify.annotations.Nullable;

/**
 * Clients that work on cases of their own until the service is gone, and remember all that they
 * asked and what they were told.
 */
final class Load {

    /** What was asked; each kind of request writes all of its events or none. */
    enum Kind {
        SUBMIT,
        PUT_FORWARD,
        BOOK,
        MOVE,
        CANCEL,
        WITHDRAW,
        WITHDRAW_BOOKED;

        /** The names of its events, in the order of the alphabet. */
        List<String> events() {
            return switch (this) {
                case SUBMIT -> List.of("claim.ClaimTaken", "engagement.Submitted");
                case PUT_FORWARD -> List.of("engagement.Triaged");
                case BOOK -> List.of("engagement.SlotBooked", "surgery.SlotAllocated");
                case MOVE ->
                        List.of(
                                "engagement.SlotBooked",
                                "engagement.SlotReleased",
                                "surgery.SlotAllocated",
                                "surgery.SlotFreed");
                case CANCEL -> List.of("engagement.SlotReleased", "surgery.SlotFreed");
                case WITHDRAW -> List.of("claim.ClaimReleased", "engagement.Withdrawn");
                case WITHDRAW_BOOKED ->
                        List.of(
                                "claim.ClaimReleased",
                                "engagement.SlotReleased",
                                "engagement.Withdrawn",
                                "surgery.SlotFreed");
            };
        }
    }

    /**
     * One request.
     *
     * @param key its idempotency key
     * @param reply null if there was none
     */
    record Asked(
            Kind kind, String login, String path, String json, String key, @Nullable Reply reply) {

        /** The same again. */
        Asked repeatedOn(ServiceProcess service) {
            Reply again = service.as(login).post(path, json, key);
            return new Asked(kind, login, path, json, key, again);
        }

        /** How its events name it. */
        String request() {
            return ApiClient.request(login, path, key);
        }

        boolean acknowledged() {
            return reply != null && reply.accepted();
        }

        boolean refused() {
            return reply != null && reply.status() / 100 == 4;
        }

        boolean failed() {
            return reply != null && reply.status() / 100 == 5;
        }
    }

    private final ServiceProcess service;
    private final Cases cases;
    private final List<Surgery> surgeries;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private final CountDownLatch begun;

    private Load(ServiceProcess service, Cases cases, int clients) {
        this.service = service;
        this.cases = cases;
        this.surgeries = Stream.generate(() -> cases.schedule(service)).limit(3).toList();
        this.begun = new CountDownLatch(clients);
    }

    /** Returns once every client has been answered. */
    static Load on(ServiceProcess service, Cases cases, int clients, long seed)
            throws InterruptedException {
        Load load = new Load(service, cases, clients);
        for (int client = 0; client < clients; client++) {
            Random random = new Random(seed * clients + client);
            load.clients.add(Thread.ofPlatform().start(() -> load.work(random)));
        }
        load.begun.await();
        return load;
    }

    /** All that was asked, once the service is gone. */
    List<Asked> all() throws InterruptedException {
        for (Thread client : clients) {
            client.join();
        }
        return List.copyOf(asked);
    }

    private void work(Random random) {
        try {
            while (oneCase(random)) {
                begun.countDown();
            }
        } catch (UncheckedIOException gone) {
            // The service was killed, and with it the client's work ends.
        } finally {
            begun.countDown();
        }
    }

    /** False once the service can't do its work any more. */
    private boolean oneCase(Random random) {
        Reply submitted = ask(Kind.SUBMIT, "defence", "/engagements", cases.submission());
        String engagement = submitted.id();
        if (!submitted.accepted()
                || !ask(Kind.PUT_FORWARD, "triage", at(engagement, "triage"), Cases.putForward())
                        .accepted()) {
            return false;
        }
        boolean booked = false;
        for (int step = 0; step < 6; step++) {
            if (booked && random.nextInt(4) == 0) {
                String cancellation = at(engagement, "booking/cancellation");
                booked = !ask(Kind.CANCEL, "defence", cancellation, "{}").accepted();
            } else {
                Kind kind = booked ? Kind.MOVE : Kind.BOOK;
                String slot = surgeries.get(random.nextInt(3)).booking(random.nextInt(9));
                booked |= ask(kind, "defence", at(engagement, "booking"), slot).accepted();
            }
        }
        if (random.nextInt(4) > 0) {
            ask(
                    booked ? Kind.WITHDRAW_BOOKED : Kind.WITHDRAW,
                    "defence",
                    at(engagement, "withdrawal"),
                    "{\"reason\":\"NO_LONGER_NEEDED\"}");
        }
        return true;
    }

    private Reply ask(Kind kind, String login, String path, String json) {
        String key = UUID.randomUUID().toString();
        Reply reply = null;
        try {
            reply = service.as(login).post(path, json, key);
            return reply;
        } finally {
            asked.add(new Asked(kind, login, path, json, key, reply));
        }
    }
}
