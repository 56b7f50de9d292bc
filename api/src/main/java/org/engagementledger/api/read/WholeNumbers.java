package org.engagementledger.api.read;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads a whole number beyond all that its type has as the last that it has, so that whoever takes
 * it says which they take. What isn't written in digits is left to Spring.
 */
@Configuration(proxyBeanMethods = false)
class WholeNumbers implements WebMvcConfigurer {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                Integer.class,
                text -> (int) number(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        registry.addConverter(
                String.class, Long.class, text -> number(text, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static long number(String text, long least, long most) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("No whole number");
        }
        return new BigInteger(text)
                .max(BigInteger.valueOf(least))
                .min(BigInteger.valueOf(most))
                .longValueExact();
    }
}
