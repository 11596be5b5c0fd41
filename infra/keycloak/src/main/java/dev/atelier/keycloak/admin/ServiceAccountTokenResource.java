package dev.atelier.keycloak.admin;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.urls.UrlType;
import org.keycloak.util.TokenUtil;

/**
 * A resource of the admin API that signs a token of the realm for an account that is not a Keycloak user. The token is
 * valid only for the API and has no roles. Only identity-service may request it, and never for a user.
 */
public class ServiceAccountTokenResource {
    private static final String MAY_ASK = "identity-service";

    private final KeycloakSession keycloak;
    private final RealmModel realm;
    private final AdminPermissionEvaluator rights;

    ServiceAccountTokenResource(KeycloakSession keycloak, RealmModel realm, AdminPermissionEvaluator rights) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.rights = rights;
    }

    /** Returns {@code {"token": "..."}}; 400 for an invalid request, 403 for other callers and for a user's id. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> issue(ServiceAccountTokenRequest order) {
        rights.users().requireManage();
        if (!MAY_ASK.equals(rights.adminAuth().getClient().getClientId())) {
            throw new ForbiddenException();
        }
        if (order == null || !order.valid(realm.getAccessTokenLifespan())) {
            throw new BadRequestException();
        }
        if (keycloak.users().getUserById(realm, order.account().toString()) != null) {
            throw new ForbiddenException();
        }
        return Map.of("token", keycloak.tokens().encode(token(order)));
    }

    private AccessToken token(ServiceAccountTokenRequest order) {
        var issuer =
                Urls.realmIssuer(keycloak.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName());
        var now = Time.currentTimeSeconds();
        var token = new AccessToken();
        token.id(UUID.randomUUID().toString());
        token.type(TokenUtil.TOKEN_TYPE_BEARER);
        token.issuer(issuer);
        token.subject(order.account().toString());
        token.audience("atelier-api");
        token.issuedFor("atelier-service-accounts");
        token.iat(now);
        token.exp(now + order.seconds());
        token.setSessionId(order.session().toString());
        token.setScope(String.join(" ", order.scopes()));
        token.setOtherClaims("atelier_workspace", order.workspace().toString());
        return token;
    }
}
