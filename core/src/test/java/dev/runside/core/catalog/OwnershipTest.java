package dev.runside.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final Ref ADA = Ref.parse("user:ada");
    private static final Ref MAIL = Ref.parse("product:mail");
    private static final Ref SEND = Ref.parse("flow:send");

    @Test
    void aFlowIsOwnedByItsProductsOwner() {
        assertThat(ownership(Optional.of(ADA)).of(SEND)).isEqualTo(new Ownership.Answer.Owner(ADA));
    }

    @Test
    void aProductThatNobodyHasTakenIsAGap() {
        assertThat(ownership(Optional.empty()).of(SEND))
                .isEqualTo(new Ownership.Answer.Gap("product:mail has no owner"));
    }

    @Test
    void anOwnerWhoVanishedIsAGapThatNamesThem() {
        Ref gone = Ref.parse("user:gone");

        assertThat(ownership(Optional.of(gone)).of(SEND))
                .isEqualTo(
                        new Ownership.Answer.Gap(
                                "product:mail names user:gone as owner, who is not in the catalog"));
    }

    private static Ownership ownership(Optional<Ref> owner) {
        Product mail =
                new Product(MAIL, "Mail", owner, Optional.empty(), false, List.of(), List.of());
        Flow send = new Flow(SEND, "Send", MAIL, Optional.empty(), List.of(), true);
        return new Ownership(
                Catalog.of(
                        List.of(new Person(ADA, "Ada", Set.of())),
                        List.of(mail),
                        List.of(),
                        List.of(send),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
