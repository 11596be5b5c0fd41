package dev.atelier.identity.serviceaccount.token;

import dev.atelier.identity.serviceaccount.ApiKeySecret;
import dev.atelier.identity.serviceaccount.token.ExchangeApiKey.ServiceAccountTokenResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges API keys for the gateway, which forwards no outside request to it. The key is the only credential. */
@RestController
class ServiceAccountTokenController {
    private final ExchangeApiKey exchangeApiKey;

    ServiceAccountTokenController(ExchangeApiKey exchangeApiKey) {
        this.exchangeApiKey = exchangeApiKey;
    }

    /**
     * Returns a token for a key; 401 for every key that is not valid. Only the gateway calls this; it forwards no
     * outside request.
     */
    @PostMapping("/api/public/service-account-tokens")
    @ApiResponse(responseCode = "200", description = "A token")
    @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthenticated")
    ResponseEntity<ServiceAccountTokenResponse> exchange(@Valid @RequestBody ExchangeApiKeyRequest sent) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(exchangeApiKey.exchange(new ApiKeySecret(sent.key())));
    }

    /** The key that a client sent. */
    record ExchangeApiKeyRequest(
            @NotNull @Size(min = 1, max = 100) String key) {
        @Override
        public String toString() {
            return "SentKey";
        }
    }
}
