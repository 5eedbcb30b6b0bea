package dev.runside.server.access;

import dev.runside.server.problem.StartRefused;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Beyond this machine only with TLS, unless somebody says in so many words that they want it so.
 */
class ListenRule implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(context.getEnvironment());
    }

    static void check(Environment settings) {
        String address = settings.getProperty("server.address", "127.0.0.1");
        boolean encrypted =
                settings.containsProperty("server.ssl.bundle")
                        || settings.containsProperty("server.ssl.certificate")
                        || settings.containsProperty("server.ssl.key-store");
        boolean insecure = settings.getProperty("runside.insecure", Boolean.class, false);
        if (!Loopback.isLoopback(address) && !encrypted && !insecure) {
            throw new StartRefused(
                    "Listening on " + address + " without TLS would send tokens in the clear",
                    "Set server.ssl.bundle (or server.ssl.certificate), or say --runside.insecure=true.");
        }
    }
}
