package org.engagementledger.api.demo.pilot;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how far the play has come: as a bar on a terminal, else as a line now and then. */
final class ShownProgress implements Progress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShownProgress.class);
    private static final String TASK = "Playing the pilot";
    private static final int LINES = 5;

    private @Nullable ProgressBar bar;
    private int all;
    private int done;

    @Override
    public void begin(int cases) {
        all = cases;
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()) {
            bar =
                    ProgressBar.builder()
                            .setTaskName(TASK)
                            .setUnit(" cases", 1)
                            .setInitialMax(cases)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(200)
                            .build();
        } else {
            LOG.info("{}: {} cases", TASK, cases);
        }
    }

    @Override
    public void step() {
        done++;
        if (bar != null) {
            bar.step();
        } else if ((long) done * LINES / all > (done - 1L) * LINES / all) {
            LOG.info("{}: {} %", TASK, 100L * done / all);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
