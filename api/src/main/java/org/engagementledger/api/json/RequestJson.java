package org.engagementledger.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.engagementledger.api.problem.Body;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalTimeDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses values that no ledger can keep: texts with characters that PostgreSQL or UTF-8 don't
 * have, and times so far away that calendars end before them.
 */
@Configuration(proxyBeanMethods = false)
class RequestJson {

    private static final Instant FIRST = Instant.parse(Body.EARLIEST + "T00:00:00Z");
    private static final Instant LAST = Instant.parse(Body.LATEST + "T23:59:59.999Z");

    @Bean
    JsonMapperBuilderCustomizer keepable() {
        SimpleModule module = new SimpleModule("keepable");
        module.addDeserializer(
                String.class,
                new Keepable<>(
                        String.class, StringDeserializer.instance, (text, same) -> isText(text)));
        module.addDeserializer(
                LocalDate.class,
                new Keepable<>(
                        LocalDate.class,
                        LocalDateDeserializer.INSTANCE,
                        (text, date) ->
                                text.equals(date.toString())
                                        && !date.isBefore(Body.EARLIEST)
                                        && !date.isAfter(Body.LATEST)));
        module.addDeserializer(
                LocalTime.class,
                new Keepable<>(
                        LocalTime.class,
                        LocalTimeDeserializer.INSTANCE,
                        (text, time) -> text.matches("\\d\\d:\\d\\d(:00)?")));
        module.addDeserializer(
                Instant.class,
                new Keepable<>(
                        Instant.class,
                        InstantDeserializer.INSTANT,
                        (text, time) -> !time.isBefore(FIRST) && !time.isAfter(LAST)));
        return builder ->
                builder.addModule(module).enable(DateTimeFeature.TRUNCATE_TO_MSECS_ON_READ);
    }

    @Bean
    JsonMapperBuilderCustomizer shown() {
        SimpleModule module = new SimpleModule("shown");
        module.addSerializer(new ShownPersonal());
        return builder -> builder.addModule(module);
    }

    /** Whether it has no NUL and no half of a surrogate pair. */
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(
                                point ->
                                        point >= Character.MIN_SURROGATE
                                                && point <= Character.MAX_SURROGATE);
    }
}
