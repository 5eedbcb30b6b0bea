package dev.runside.server.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hosts further names under which this server may be called, as behind a proxy
 * @param insecure listen beyond this machine without TLS
 */
@ConfigurationProperties("runside")
record ListenSettings(@DefaultValue List<String> hosts, @DefaultValue("false") boolean insecure) {}
