package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import dev.runside.server.Wire.Answer;
import dev.runside.server.audit.Audit;
import dev.runside.server.audit.AuditLine;
import dev.runside.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunsideServerTest
class EnrolmentTest {

    @Autowired private ApplicationContext server;

    @Autowired private DataDirectory directory;

    @Autowired private Audit audit;

    @LocalServerPort private int port;

    @Test
    void theFirstTokenEnrolsOnePersonAsAdminAndDies() {
        String first = recover().field("token");

        Answer enrolled = enrol(first, "enrolled-first");
        Answer again = enrol(first, "enrolled-second");

        assertThat(enrolled.field("person")).isEqualTo("user:enrolled-first");
        assertThat(invite(enrolled.field("token"), "anybody").status()).isEqualTo(200);
        assertThat(again.field("code")).isEqualTo("token-refused");
    }

    @Test
    void aTokenThatIsMegabytesLongIsNotRead() {
        assertThat(enrol("rs_first_" + "x".repeat(2_000_000), "enrolled-long").status())
                .isEqualTo(413);
    }

    @Test
    void aNewFirstTokenEndsTheOneBefore() {
        String before = recover().field("token");
        recover();

        assertThat(enrol(before, "enrolled-late").field("code")).isEqualTo("token-refused");
    }

    @Test
    void anAdminInvitesAPersonWhoIsNoAdmin() {
        String admin = TestTokens.of(server).admin("enrolled-admin");
        String invitation = invite(admin, "enrolled-guest").field("token");

        Answer enrolled = enrol(invitation, "enrolled-guest");

        assertThat(enrolled.status()).isEqualTo(200);
        assertThat(invite(enrolled.field("token"), "anybody").field("code"))
                .isEqualTo("not-allowed");
    }

    @Test
    void anInvitationIsGoodForTheInvitedPersonOnlyAndStaysGoodForThem() {
        String admin = TestTokens.of(server).admin("enrolled-admin");
        String invitation = invite(admin, "enrolled-invited").field("token");

        assertThat(enrol(invitation, "enrolled-thief").field("code")).isEqualTo("token-refused");
        assertThat(enrol(invitation, "enrolled-invited").status()).isEqualTo(200);
    }

    @Test
    void aNameThatIsNoPersonIsNamedInTheProblem() {
        String first = recover().field("token");

        Answer answer = enrol(first, "team:many");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("not of the kind user");
    }

    @Test
    void onlyTheMachinesOwnerReadsTheSecrets() throws IOException {
        recover();

        var permissions =
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.secret("local.key").path()));

        assertThat(permissions).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void recoveryAndEnrolmentAreOnRecord() {
        long before = audit.last();

        enrol(recover().field("token"), "enrolled-recorded");

        assertThat(audit.after(before, 10))
                .extracting(AuditLine::act, AuditLine::actor, AuditLine::rule)
                .contains(
                        tuple("admin.recover", "local:key", "local-key"),
                        tuple("person.enrol", "user:enrolled-recorded", "first-token"));
    }

    private Answer recover() {
        String key = directory.secret("local.key").read().orElseThrow();
        return Wire.to(port).bearer(key).post("/api/v1/admin/recover");
    }

    private Answer enrol(String token, String person) {
        return Wire.to(port)
                .json("{\"token\":\"" + token + "\",\"person\":\"" + person + "\"}")
                .post("/api/v1/people/enroll");
    }

    private Answer invite(String token, String person) {
        return Wire.to(port)
                .bearer(token)
                .json("{\"person\":\"" + person + "\"}")
                .post("/api/v1/people");
    }
}
