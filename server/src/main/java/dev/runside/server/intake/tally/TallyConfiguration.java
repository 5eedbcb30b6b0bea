package dev.runside.server.intake.tally;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the tally behind the gate. */
@Configuration(proxyBeanMethods = false)
class TallyConfiguration implements WebMvcConfigurer {

    private final RequestTally tally;

    TallyConfiguration(RequestTally tally) {
        this.tally = tally;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(tally);
    }
}
