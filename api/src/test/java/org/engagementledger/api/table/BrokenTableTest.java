package org.engagementledger.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import org.engagementledger.query.Cursor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a client notices of a table whose pages can't all be had. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenTableTest {

    private static final int ROWS = 10_000;

    private record Wide(String text, long number) {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    @ComponentScan("org.engagementledger.api.problem")
    @Import({CsvWriting.class, Tables.class})
    static class Service {}

    @RestController
    static class Tables {

        /** The page of this number fails. */
        @GetMapping(path = "/table", produces = Csv.MEDIA_TYPE)
        Csv<Wide> read(@RequestParam long failing, @RequestParam int rows) {
            return Csv.inPages(
                    Wide.class,
                    after -> {
                        long page = after == null ? 0 : after.key();
                        if (page == failing) {
                            throw new DataAccessResourceFailureException("gone");
                        }
                        return new Csv.Page<>(
                                Collections.nCopies(rows, new Wide("some text", page)),
                                page == 2 ? null : new Cursor(page + 1, ""));
                    });
        }
    }

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service =
                new SpringApplicationBuilder(Service.class)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.config.location=optional:file:/nowhere/",
                                "--logging.level.root=off");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> get(long failing, int rows)
            throws IOException, InterruptedException {
        URI address =
                URI.create(
                        "http://127.0.0.1:%s/table?failing=%d&rows=%d"
                                .formatted(
                                        service.getEnvironment().getProperty("local.server.port"),
                                        failing,
                                        rows));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address).header("Accept", "text/csv").build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void aWholeTableComesAsOneText() throws Exception {
        HttpResponse<String> answer = get(-1, ROWS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().lines()).hasSize(3 * ROWS + 1);
    }

    @Test
    void aFirstPageThatCantBeHadIsAProblem() throws Exception {
        for (HttpResponse<String> answer : List.of(get(0, ROWS), get(1, 1))) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(answer.body()).startsWith("{").doesNotContain("some text");
        }
    }

    @Test
    void aLaterPageThatCantBeHadBreaksTheConnection() {
        assertThatThrownBy(() -> get(1, ROWS)).isInstanceOf(IOException.class);
    }
}
