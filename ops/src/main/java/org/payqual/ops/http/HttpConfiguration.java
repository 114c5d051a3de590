package org.payqual.ops.http;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.payqual.command.intake.ImportAnswer;
import org.payqual.command.intake.ImportController;
import org.payqual.query.knowledge.DatesAccepted;
import org.payqual.query.settlement.AnswerStream;
import org.payqual.query.settlement.SettlementCheckController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes the web layer read strictly. Bodies are JSON, text or bytes and nothing else: whatever other formats libraries
 * on the class path could read, with their aliases and entities, is not offered.
 */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {

    private static final int BEHIND_SECURITY = 0;

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> {
            converters.clear();
            converters.addAll(List.of(
                    new ByteArrayHttpMessageConverter(),
                    new StringHttpMessageConverter(StandardCharsets.UTF_8),
                    new JacksonJsonHttpMessageConverter(StrictJson.mapper()),
                    new LinesConverter<>(AnswerStream.class, AnswerStream::writeTo),
                    new LinesConverter<>(ImportAnswer.class, ImportAnswer::writeTo)));
        });
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                LocalDate.class,
                text -> DatesAccepted.USUAL
                        .read(text)
                        .orElseThrow(() -> new IllegalArgumentException("not one of the dates accepted")));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterGate()).order(2);
        registry.addInterceptor(new AcceptGate()).order(3);
    }

    /** Today, for dates that no entry can be ahead of, is the day in the clock's zone. */
    @Bean
    ValidationConfigurationCustomizer todayByTheClock(Clock clock) {
        return validation -> validation.clockProvider(() -> clock);
    }

    @Bean
    FilterRegistrationBean<AnswerBegun> answerBegun() {
        FilterRegistrationBean<AnswerBegun> registration = new FilterRegistrationBean<>(new AnswerBegun());
        registration.setDispatcherTypes(DispatcherType.ERROR, DispatcherType.INCLUDE);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyGate> bodyGate(@Value("${payqual.http.max-body:256KB}") DataSize limit) {
        FilterRegistrationBean<BodyGate> registration = new FilterRegistrationBean<>(new BodyGate(
                Math.toIntExact(limit.toBytes()),
                Map.of(
                        SettlementCheckController.CHECKS,
                        SettlementCheckController.MOST_BYTES,
                        SettlementCheckController.STREAM,
                        Long.MAX_VALUE,
                        ImportController.PATH,
                        ImportController.MOST_BYTES)));
        registration.setOrder(BEHIND_SECURITY);
        return registration;
    }
}
