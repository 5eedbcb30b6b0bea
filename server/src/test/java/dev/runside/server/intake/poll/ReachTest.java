package dev.runside.server.intake.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "169.254.169.254",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::169.254.169.254",
                "2002:7f00:1::1",
                "fd00:ec2::254",
                "100.100.100.200"
            })
    void whatIsThisMachineOrNearItIsNotElsewhere(String address) throws UnknownHostException {
        assertThat(Reach.isElsewhere(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.1.2.3", "2001:db8::1", "fd00:1::254"})
    void othersAreElsewhereInAHouseOfOnesOwnToo(String address) throws UnknownHostException {
        assertThat(Reach.isElsewhere(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void thisMachineIsAskedWhereItIsNamedAndNowhereElse() {
        assertThat(Reach.isLoopbackName(URI.create("http://localhost:1"))).isTrue();
        assertThat(Reach.isLoopbackName(URI.create("http://[::1]:1"))).isTrue();
        assertThat(Reach.isLoopbackName(URI.create("http://localhost.example"))).isFalse();
    }
}
