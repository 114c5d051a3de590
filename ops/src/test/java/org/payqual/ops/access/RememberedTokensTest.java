package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** A good token is checked once a minute, and no longer than it lasts; a bad one each time. */
class RememberedTokensTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private Instant now = START;
    private int checked;

    @Test
    void aGoodTokenIsCheckedOnceAMinute() {
        RememberedTokens tokens = remembering(Duration.ofHours(1));

        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        now = START.plusSeconds(59);
        tokens.decode("a");
        assertThat(checked).isEqualTo(1);
        now = START.plusSeconds(60);
        tokens.decode("a");
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void anotherTokenIsAnotherEvenFromTheSameCaller() {
        RememberedTokens tokens = remembering(Duration.ofHours(1));
        tokens.decode("a");
        tokens.decode("b");
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void aTokenThatHasEndedIsCheckedAnew() {
        RememberedTokens tokens = remembering(Duration.ofSeconds(20));
        tokens.decode("a");
        now = START.plusSeconds(20);
        tokens.decode("a");
        tokens.decode("a");
        assertThat(checked).isEqualTo(3);
    }

    @Test
    void aBadTokenIsNotRemembered() {
        RememberedTokens tokens = new RememberedTokens(
                token -> {
                    checked++;
                    throw new BadJwtException("bad");
                },
                clock());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void moreTokensThanAreKeptAreStillGood() {
        RememberedTokens tokens = remembering(Duration.ofHours(1));
        for (int i = 0; i < 5_000; i++) {
            assertThat(tokens.decode("t" + i).getTokenValue()).isEqualTo("t" + i);
        }
        assertThat(checked).isEqualTo(5_000);
    }

    private RememberedTokens remembering(Duration lasting) {
        return new RememberedTokens(
                token -> {
                    checked++;
                    return Jwt.withTokenValue(token)
                            .header("alg", "RS256")
                            .subject("someone")
                            .expiresAt(START.plus(lasting))
                            .build();
                },
                clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
