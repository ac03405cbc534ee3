package colophon.launcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Locale;

/**
 * The description of the API. It is written once and cached, because writing it takes longer than a
 * hundred answers and anybody may ask for it. It does not depend on the caller and names no server:
 * its address is that of the description itself.
 */
@RestController
class PublishedDescription extends OpenApiWebMvcResource {

    private static final String PATH = "/v3/api-docs";

    private final Object writing = new Object();
    private byte @Nullable [] json;
    private byte @Nullable [] yaml;

    PublishedDescription(
            ObjectFactory<OpenAPIService> builders,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(builders, requests, responses, operations, settings, providers, customizers);
    }

    @Override
    @Operation(summary = "The description of the API, as JSON", hidden = true)
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] openapiJson(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        synchronized (writing) {
            var known = json == null ? super.openapiJson(request, PATH, Locale.ENGLISH) : json;
            json = known;
            return known;
        }
    }

    @Override
    @Operation(summary = "The description of the API, as YAML", hidden = true)
    @GetMapping(path = PATH + ".yaml", produces = "application/vnd.oai.openapi")
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale)
            throws JsonProcessingException {
        synchronized (writing) {
            var at = PATH + ".yaml";
            var known = yaml == null ? super.openapiYaml(request, at, Locale.ENGLISH) : yaml;
            yaml = known;
            return known;
        }
    }

    /** Does not use the host that the request names, since a client can name any host. */
    @Override
    protected String getServerUrl(HttpServletRequest request, String path) {
        return request.getContextPath() + "/";
    }
}
