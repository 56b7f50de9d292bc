package org.engagementledger.api.limits;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters, each at its place. */
@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    /** Of accounts, and of addresses: some 40 MB each if they are all there. */
    private static final int MOST = 100_000;

    /** After those that say in which characters a request is, and where it came from. */
    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 10;

    /** How long it takes until somebody may ask again; not the time of day. */
    @Bean
    TimeMeter limitsTime() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Bean
    ClientLimits clientLimits(Limits limits, TimeMeter time) {
        Buckets buckets =
                new Buckets(limits.burst(), limits.perSecond(), Duration.ofSeconds(1), MOST, time);
        return new ClientLimits(buckets);
    }

    /** It stands in the security filter chain, and nowhere else. */
    @Bean
    FilterRegistrationBean<ClientLimits> clientLimitsInTheSecurityChainOnly(ClientLimits filter) {
        FilterRegistrationBean<ClientLimits> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AddressLimits> addressLimits(Limits limits, TimeMeter time) {
        FilterRegistrationBean<AddressLimits> registration =
                new FilterRegistrationBean<>(
                        new AddressLimits(
                                perMinute(limits.failuresPerMinute(), time),
                                perMinute(limits.loginsPerMinute(), time),
                                perMinute(limits.calendarsPerMinute(), time)));
        registration.setOrder(EARLY);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    private static Buckets perMinute(int allowed, TimeMeter time) {
        return new Buckets(allowed, allowed, Duration.ofMinutes(1), MOST, time);
    }
}
