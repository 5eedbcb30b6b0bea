package dev.runside.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the server; its settings are Spring properties, as {@code --runside.data=DIR}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RunsideServer {

    public static void main(String[] arguments) {
        SpringApplication.run(RunsideServer.class, arguments);
    }
}
