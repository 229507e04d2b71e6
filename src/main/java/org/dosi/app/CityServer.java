package org.dosi.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.dosi.analysis.City;
import org.dosi.product.Products;
import org.dosi.product.http.Gate;
import org.dosi.store.ObservationStore;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// A running server over one store. It reads alone; the store stays the caller's, who closes it after the
/// server.
public final class CityServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private CityServer(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /// Where to listen, and under which names.
    ///
    /// @param host address or name to listen on; `127.0.0.1` unless told otherwise
    /// @param port 0 for any that is free
    /// @param names further names under which people may reach it, as behind a reverse proxy
    /// @param version of the program
    public record Settings(String host, int port, Set<String> names, String version) {

        public static Settings local(int port, String version) {
            return new Settings("127.0.0.1", port, Set.of(), version);
        }
    }

    /// Starts and returns when requests are answered.
    ///
    /// @throws IllegalArgumentException if the host is not known
    public static CityServer start(City city, ObservationStore store, Settings settings) {
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> register((GenericApplicationContext) context, city, store, settings));
        return new CityServer((ServletWebServerApplicationContext) application.run());
    }

    /// The port that it listens on.
    public int port() {
        return java.util.Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /// Lets the requests under way end, for at most five seconds.
    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> properties(Settings settings) {
        return Map.ofEntries(
                Map.entry("server.address", address(settings.host())),
                Map.entry("server.port", settings.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", true),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.web.resources.add-mappings", false),
                Map.entry("spring.mvc.formcontent.filter.enabled", false),
                Map.entry("server.compression.enabled", true),
                Map.entry("server.compression.min-response-size", "1KB"),
                Map.entry(
                        "server.compression.mime-types",
                        "application/json,application/geo+json,application/ld+json,application/problem+json,"
                                + "application/vnd.oai.openapi+json,application/octet-stream,application/javascript,"
                                + "application/manifest+json,text/html,text/plain,text/csv,text/css,text/javascript,image/svg+xml"),
                Map.entry("management.endpoints.web.exposure.include", "health,metrics"),
                Map.entry("management.endpoint.health.show-details", "always"),
                Map.entry("logging.level.root", "WARN"));
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host: expected an address of this machine, found '" + host + "'", e);
        }
    }

    private static void register(
            GenericApplicationContext context, City city, ObservationStore store, Settings settings) {
        RouterFunction<ServerResponse> routes = Products.routes(city, store, settings.version());
        Gate gate = new Gate(hosts(settings));
        context.registerBean("routes", RouterFunction.class, () -> routes);
        context.registerBean("gate", FilterRegistrationBean.class, () -> {
            FilterRegistrationBean<Gate> registration = new FilterRegistrationBean<>(gate);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        });
        context.registerBean("storeHealthIndicator", HealthIndicator.class, () -> () -> health(store));
        context.registerBean("tomcat", WebServerFactoryCustomizer.class, () ->
                (WebServerFactoryCustomizer<TomcatServletWebServerFactory>) CityServer::customize);
    }

    private static Gate.Hosts hosts(Settings settings) {
        Set<String> names = new HashSet<>();
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return new Gate.Hosts(names, address(settings.host()).isAnyLocalAddress());
    }

    private static Health health(ObservationStore store) {
        return Health.up()
                .withDetail("collections", store.listCollections().size())
                .withDetail("version", store.version())
                .build();
    }

    private static void customize(TomcatServletWebServerFactory factory) {
        // Ids hold slashes (`traffic-points:A-01/in`), so an encoded one in a path is part of the id.
        factory.addConnectorCustomizers((TomcatConnectorCustomizer)
                connector -> connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.REJECT.getValue()));
        factory.addConnectorCustomizers((TomcatConnectorCustomizer)
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        factory.addContextCustomizers((TomcatContextCustomizer) tomcat -> {
            if (tomcat.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
