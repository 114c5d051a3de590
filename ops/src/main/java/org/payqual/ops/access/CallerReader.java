package org.payqual.ops.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads the caller from a token that was found genuine. What it takes over is recorded for good, so that a subject
 * which is an e-mail address, a document's number or a telephone's is turned away.
 */
final class CallerReader implements Converter<Jwt, CallerAuthentication> {

    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e&&[^@]]{1,128}");
    private static final Pattern RESIDENT_NUMBER =
            Pattern.compile("[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");
    private static final Pattern MOBILE_NUMBER = Pattern.compile("(\\+?86)?1[3-9][0-9]{9}");
    private static final Pattern INSTITUTION_CODE = Pattern.compile("[A-Z0-9]{1,32}");
    private static final Pattern ORGANISATION_CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PERSON_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final AccessSettings settings;

    CallerReader(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public CallerAuthentication convert(Jwt token) {
        Role role = role(token);
        String organisation = organisation(token, role);
        String person = role == Role.PERSON ? person(token) : null;
        return new CallerAuthentication(
                new Caller(new Actor(issuer(token), subject(token), role, organisation), person));
    }

    private static String issuer(Jwt token) {
        return Objects.requireNonNull(token.getClaimAsString("iss"), "the issuer was checked before");
    }

    private Role role(Jwt token) {
        Object claim = at(token.getClaims(), settings.rolesClaim());
        Collection<?> names = claim instanceof Collection<?> it ? it : claim == null ? List.of() : List.of(claim);
        List<Role> roles = Arrays.stream(Role.values())
                .filter(it -> names.contains(RoleNames.written(it)))
                .toList();
        if (roles.isEmpty()) {
            throw new UnusableToken("role-missing", "令牌不含任何可用角色。", "The token has none of the roles known here.");
        }
        if (roles.size() > 1) {
            throw new UnusableToken(
                    "role-ambiguous",
                    "令牌含有多个角色；每个令牌只能代表一个角色。",
                    "The token has several roles; each token must stand for one.");
        }
        return roles.getFirst();
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null
                || !SUBJECT.matcher(subject).matches()
                || RESIDENT_NUMBER.matcher(subject).matches()
                || MOBILE_NUMBER.matcher(subject).matches()) {
            throw new UnusableToken(
                    "subject-unusable",
                    "令牌的 sub 须为不含个人信息的标识：1 至 128 个可见 ASCII 字符，不得是电子邮件、证件号码或电话号码。",
                    "The token's sub must be an id that tells nothing of a person: 1 to 128 visible ASCII characters, no"
                            + " e-mail address, document's or telephone number.");
        }
        return subject;
    }

    private @Nullable String organisation(Jwt token, Role role) {
        Object claim = at(token.getClaims(), settings.organisationClaim());
        if (claim == null && role != Role.INSTITUTION) {
            return null;
        }
        Pattern form = role == Role.INSTITUTION ? INSTITUTION_CODE : ORGANISATION_CODE;
        if (claim instanceof String code && form.matcher(code).matches()) {
            return code;
        }
        throw new UnusableToken(
                "organisation-unusable",
                "令牌未说明所属机构，或机构代码格式有误。",
                "The token names no organisation, or not by its code.");
    }

    private String person(Jwt token) {
        if (at(token.getClaims(), settings.personClaim()) instanceof String id
                && PERSON_ID.matcher(id).matches()) {
            return id;
        }
        throw new UnusableToken(
                "person-unusable", "令牌未说明是哪一位人员。", "The token does not say which person it stands for.");
    }

    /** Finds a claim by its name, or else by a path of names through nested claims. */
    private static @Nullable Object at(Map<String, Object> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        Object found = claims;
        for (String name : path.split("\\.", -1)) {
            found = found instanceof Map<?, ?> nested ? nested.get(name) : null;
        }
        return found;
    }
}
