package org.payqual.ops.access.sample;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.AccessSettings;
import org.payqual.ops.access.IssuerConfiguration;
import org.payqual.ops.access.TokenRules;
import org.payqual.ops.postgres.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/**
 * Issues tokens under {@code /sample-issuer} where no issuer is configured and the ledger is a sample. With a real
 * ledger the program does not start like that.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(SampleIssuerConfiguration.NoOtherIssuer.class)
class SampleIssuerConfiguration {

    private static final String PATH = "/sample-issuer";
    private static final String USUAL_AUDIENCE = "payqual";

    @Bean
    SampleSecrets sampleSecrets(
            ObjectProvider<LedgerKind> ledger, @Value("${payqual.access.sample-folder}") Path folder) {
        LedgerKind kind = ledger.getIfAvailable();
        if (kind == null || !kind.isSample()) {
            throw new StartRefused("无法验证任何人的身份：请设置 " + IssuerConfiguration.ISSUER
                    + " 和 payqual.access.audience；只有样例账本可以不设，而本账本不是样例 / Nobody could prove who they are: set "
                    + IssuerConfiguration.ISSUER
                    + " and payqual.access.audience. Only a sample ledger may do without, and this one is none.");
        }
        return SampleSecrets.in(folder);
    }

    @Bean
    JWKSource<SecurityContext> sampleKeys(SampleSecrets secrets) {
        return new ImmutableJWKSet<>(new JWKSet(secrets.key()));
    }

    @Bean
    SampleTokens sampleTokens(JWKSource<SecurityContext> keys, AccessSettings settings) {
        return new SampleTokens(new NimbusJwtEncoder(keys), audience(settings));
    }

    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys, AccessSettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new TokenRules(SampleTokens.ISSUER, audience(settings), Clock.systemUTC()));
        return decoder;
    }

    @Bean
    @Order(1)
    SecurityFilterChain sampleIssuer(
            HttpSecurity http, JWKSource<SecurityContext> keys, SampleSecrets secrets, SampleTokens tokens) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setJwtCustomizer(it -> fill(it, tokens));
        return http.securityMatcher(PATH + "/**")
                .addFilterBefore(new LoopbackOnly(), DisableEncodeUrlFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        it -> it.registeredClientRepository(
                                        new InMemoryRegisteredClientRepository(Arrays.stream(Role.values())
                                                .map(role -> registered(role, secrets))
                                                .toList()))
                                .authorizationService(new ForgettingService())
                                .tokenGenerator(generator)
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .issuer(SampleTokens.ISSUER)
                                        .tokenEndpoint(PATH + "/oauth2/token")
                                        .jwkSetEndpoint(PATH + "/oauth2/jwks")
                                        .build()))
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .build();
    }

    private static RegisteredClient registered(Role role, SampleSecrets secrets) {
        String id = SampleClient.of(role).id();
        // The secret is 24 random bytes and lies in the folder as it is: hashing it here would guard nothing.
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secrets.clients().get(role))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(SampleTokens.LIFETIME)
                        .build())
                .build();
    }

    /** Lets clients of the sample say for which institution or person they want to stand. */
    private static void fill(JwtEncodingContext context, SampleTokens tokens) {
        Role role = Arrays.stream(Role.values())
                .filter(it -> SampleClient.of(it)
                        .id()
                        .equals(context.getRegisteredClient().getClientId()))
                .findAny()
                .orElseThrow();
        Map<String, Object> asked =
                context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken it
                        ? it.getAdditionalParameters()
                        : Map.of();
        tokens.fill(context.getClaims(), role, text(asked, "organisation"), text(asked, "person"));
    }

    private static @Nullable String text(Map<String, Object> asked, String name) {
        return asked.get(name) instanceof String it ? it : null;
    }

    private static String audience(AccessSettings settings) {
        return Optional.ofNullable(settings.audience()).orElse(USUAL_AUDIENCE);
    }

    static final class NoOtherIssuer extends NoneNestedConditions {

        NoOtherIssuer() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty(IssuerConfiguration.ISSUER)
        static final class IssuerIsSet {}
    }
}
