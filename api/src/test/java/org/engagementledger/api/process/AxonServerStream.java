package org.engagementledger.api.process;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What Axon Server itself has, read behind the service's back. */
final class AxonServerStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    /**
     * @param address host and gRPC port
     */
    AxonServerStream(String address) {
        int colon = address.lastIndexOf(':');
        factory =
                AxonServerConnectionFactory.forClient("engagement-ledger-test")
                        .routingServers(
                                new ServerAddress(
                                        address.substring(0, colon),
                                        Integer.parseInt(address.substring(colon + 1))))
                        .build();
        connection = factory.connect("default");
    }

    /** The position of the last event; -1 if there is none. */
    long last() throws Exception {
        return connection.eventChannel().getLastToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Every event, in Axon Server's order. */
    List<Event> all() throws Exception {
        long last = last();
        List<Event> events = new ArrayList<>();
        try (EventStream stream = connection.eventChannel().openStream(-1, 1000)) {
            for (long token = -1; token < last; ) {
                var next = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("No event after " + token + " of " + last);
                }
                token = next.getToken();
                events.add(next.getEvent());
            }
        }
        return events;
    }

    @Override
    public void close() {
        connection.disconnect();
        factory.shutdown();
    }
}
