package org.engagementledger.api.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The bank holidays of England, by the rules that come with the library and nothing else. A day
 * that is proclaimed comes with the next version of the library.
 */
@Configuration(proxyBeanMethods = false)
class BankHolidays {

    private static final String ENGLAND = "eng";

    @Bean
    WorkingDays workingDays() {
        return new WorkingDays(ofEngland());
    }

    static Predicate<LocalDate> ofEngland() {
        HolidayManager britain = HolidayManager.getInstance(ManagerParameters.create("gb"));
        Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();
        return day ->
                years.computeIfAbsent(day.getYear(), year -> inYear(britain, year)).contains(day);
    }

    private static Set<LocalDate> inYear(HolidayManager britain, int year) {
        return britain.getHolidays(Year.of(year), ENGLAND).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
