package org.engagementledger.api.read;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads a number of things beyond all that an int has as the last that it has, so that whoever
 * takes it says how many they take. What isn't written in digits is left to Spring.
 */
@Configuration(proxyBeanMethods = false)
class WholeNumbers implements WebMvcConfigurer {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Integer.class, WholeNumbers::number);
    }

    private static int number(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("No whole number");
        }
        return new BigInteger(text).max(LEAST).min(MOST).intValueExact();
    }
}
