package dev.atelier.gateway.landing;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A page for each kind of link in mails: what it is about and what to do. The same for everyone, and open to everyone.
 */
@Configuration(proxyBeanMethods = false)
class LandingPages implements WebMvcConfigurer {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /**
     * Only two own files are loaded and no other request is allowed, so that a token in the address is sent nowhere.
     */
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    @Bean
    RouterFunction<ServerResponse> landingRoutes() {
        return route().GET("/invitations", page("invitations"))
                .GET("/address", page("address"))
                .GET("/account/**", page("elsewhere"))
                .GET("/workspaces/**", page("elsewhere"))
                .GET("/operator/**", page("elsewhere"))
                .build();
    }

    private static HandlerFunction<ServerResponse> page(String name) {
        var html = new ClassPathResource("pages/" + name + ".html");
        return _ -> ServerResponse.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", CSP)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/pages/*.js", "/pages/*.css")
                .addResourceLocations("classpath:/pages/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }
}
