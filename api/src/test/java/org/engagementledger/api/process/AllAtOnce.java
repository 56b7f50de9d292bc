package org.engagementledger.api.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does things at the same time, as far as a machine can. */
final class AllAtOnce {

    private AllAtOnce() {}

    /** The outcome of each, in their order; none begins before all are ready to. */
    static <T> List<T> run(int count, IntFunction<T> what) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<T> task =
                        () -> {
                            go.await();
                            return what.apply(number);
                        };
                running.add(threads.submit(task));
            }
            go.countDown();
            List<T> outcomes = new ArrayList<>();
            for (Future<T> each : running) {
                outcomes.add(outcome(each));
            }
            return outcomes;
        }
    }

    private static <T> T outcome(Future<T> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new AssertionError("One of them failed", e.getCause());
        }
    }
}
