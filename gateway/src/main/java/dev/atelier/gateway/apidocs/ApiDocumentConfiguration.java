package dev.atelier.gateway.apidocs;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.problem.RouteMethods;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /docs}: a page, the documents that it shows, and its static files. Open to everyone. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentConfiguration implements WebMvcConfigurer {
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Bean
    ApiDocumentCatalogue documents() {
        return new ApiDocumentCatalogue();
    }

    /** Services report their allowed methods themselves; these are for requests that the gateway refuses itself. */
    @Bean
    RouteMethods documentedMethods(ApiDocumentCatalogue apiDocumentCatalogue) {
        return new DocumentedMethods(apiDocumentCatalogue);
    }

    @Bean
    RouterFunction<ServerResponse> documentRoutes(ApiDocumentCatalogue apiDocumentCatalogue) {
        return route().GET(
                        "/docs",
                        _ -> ServerResponse.permanentRedirect(URI.create("/docs/index.html"))
                                .build())
                .GET(
                        "/docs/openapi/{service}.json",
                        request -> json(apiDocumentCatalogue
                                .of(request.pathVariable("service"))
                                .orElseThrow(NotFound::new)))
                .GET("/docs/asyncapi.json", _ -> json(apiDocumentCatalogue.events()))
                .build();
    }

    private static ServerResponse json(byte[] document) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(KEPT)
                .body(document);
    }

    /** Finds the resources of the Swagger UI webjar in any version. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/ui/*.js", "/docs/ui/*.css")
                .addResourceLocations(library())
                .setCacheControl(KEPT);
        registry.addResourceHandler("/docs/*.html", "/docs/*.js", "/docs/*.css")
                .addResourceLocations("classpath:/docs/")
                .setCacheControl(KEPT);
    }

    private static String library() {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/swagger-ui/*/swagger-ui.css");
            var address = found[0].getURL().toString();
            return address.substring(0, address.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new IllegalStateException("the Swagger UI webjar is missing", e);
        }
    }
}
