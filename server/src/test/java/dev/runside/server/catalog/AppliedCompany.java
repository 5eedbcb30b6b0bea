package dev.runside.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.access.TestTokens;
import dev.runside.server.audit.Audit;
import dev.runside.server.audit.AuditLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A catalog of one product, applied anew before each test. */
abstract class AppliedCompany {

    static final String PEOPLE =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ari}
            spec: {roles: [architect, platform-owner]}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: bob}
            """;

    static final String MAIL =
            """
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail}
            spec: {title: Mail, owner: user:ada, hops: [{name: web, function: development}]}
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: send}
            spec: {product: mail, path: [hop:mail/web]}   # one hop
            """;

    static final String CHARTERS =
            """
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: mail-ada}
            spec: {holder: user:ada, scope: [product:mail], rights: [{act: apply, how: alone}]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: mail-bob}
            spec: {holder: user:bob, scope: [product:mail], rights: [{act: apply, how: approval, of: user:ada}]}
            """;

    @Autowired ApplicationContext server;
    @Autowired CatalogRoom room;
    @Autowired Audit audit;
    @LocalServerPort int port;

    ApiClient admin;

    @BeforeEach
    void startFromOneCatalog() {
        admin = client(TestTokens.of(server).admin("root"));
        Answer answer = apply(admin, true, PEOPLE, MAIL, CHARTERS);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    final Answer apply(ApiClient client, boolean prune, String... texts) {
        List<Map<String, String>> files = new ArrayList<>();
        for (String text : texts) {
            files.add(Map.of("name", "file" + files.size() + ".yaml", "text", text));
        }
        return client.post("/api/v1/definitions", Map.of("files", files, "prune", prune));
    }

    final AuditLine lastLine() {
        return audit.after(audit.last() - 1, 1).getLast();
    }

    final ApiClient client(String token) {
        return new ApiClient(port, token);
    }
}
