package dev.atelier.workspace.attachment.store;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Settings of an S3 bucket, or of an S3-compatible server, for files.
 *
 * @param bucket empty stores files in GridFS
 * @param endpoint the address of the server; empty for Amazon's own of the region
 * @param region for most other servers, any value
 * @param accessKey empty uses the default credentials of the AWS SDK
 * @param prefix goes before the name of each object, for example {@code atelier/}
 * @param timeout the most one request may take; 1 s to 5 min
 */
@ConfigurationProperties("atelier.s3")
record S3Settings(
        @DefaultValue("") String bucket,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("") String prefix,
        @DefaultValue("20s") Duration timeout) {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);

    S3Settings {
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "atelier.s3.timeout must be %s to %s, not %s".formatted(LEAST, MOST, timeout));
        }
        if (accessKey.isEmpty() != secretKey.isEmpty()) {
            throw new IllegalArgumentException("atelier.s3.access-key and atelier.s3.secret-key must be set together");
        }
    }

    boolean isEnabled() {
        return !bucket.isEmpty();
    }

    S3Client client() {
        var client = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(
                        accessKey.isEmpty()
                                ? DefaultCredentialsProvider.builder().build()
                                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                // Other servers do not support Amazon's newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(timeout)
                        .build());
        if (endpoint != null && !endpoint.toString().isEmpty()) {
            client.endpointOverride(endpoint).forcePathStyle(true);
        }
        return client.build();
    }

    @Override
    public String toString() {
        return "S3Settings[" + bucket + "]";
    }
}
