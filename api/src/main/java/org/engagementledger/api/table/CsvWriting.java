package org.engagementledger.api.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.engagementledger.api.problem.BrokenOff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller answer a {@link Csv}. */
@Configuration(proxyBeanMethods = false)
class CsvWriting implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new Writing());
    }

    private static final class Writing extends AbstractHttpMessageConverter<Csv<?>> {

        /** What is written, in whatever charset it was asked for. */
        private static final MediaType WRITTEN =
                new MediaType(MediaType.parseMediaType(Csv.MEDIA_TYPE), StandardCharsets.UTF_8);

        Writing() {
            super(StandardCharsets.UTF_8, MediaType.parseMediaType(Csv.MEDIA_TYPE));
        }

        @Override
        protected void addDefaultHeaders(
                HttpHeaders headers, Csv<?> table, @Nullable MediaType asked) throws IOException {
            super.addDefaultHeaders(headers, table, WRITTEN);
        }

        @Override
        protected boolean supports(Class<?> type) {
            return type == Csv.class;
        }

        @Override
        public boolean canRead(Class<?> type, @Nullable MediaType media) {
            return false;
        }

        @Override
        protected Csv<?> readInternal(Class<? extends Csv<?>> type, HttpInputMessage input) {
            throw new HttpMessageNotReadableException("A table is only written", input);
        }

        @Override
        protected void writeInternal(Csv<?> table, HttpOutputMessage output) throws IOException {
            Writer writer =
                    new BufferedWriter(
                            new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
            try {
                table.writeTo(writer);
            } catch (RuntimeException failed) {
                throw isUnderWay(output) ? new BrokenOff(failed) : failed;
            }
            writer.flush();
        }

        private static boolean isUnderWay(HttpOutputMessage output) {
            return output instanceof ServletServerHttpResponse response
                    && response.getServletResponse().isCommitted();
        }
    }
}
