package dev.runside.server.web;

import dev.runside.server.access.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages of a company of their own, in a browser: both last as long as the class. */
abstract class CompanyPages {

    @Autowired ApplicationContext server;

    @LocalServerPort int port;

    Company company;
    Browser browser;

    @BeforeAll
    void found() {
        company = Company.founded(server, port);
        browser = new Browser(port);
    }

    @AfterAll
    void close() {
        browser.close();
        company.close();
    }

    /** The cookie of a signed-in person. */
    final String session(String person) {
        return TestTokens.of(server).sessionCookie(person);
    }
}
