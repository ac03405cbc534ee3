package colophon.views.reading.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import java.util.Comparator;
import java.util.List;

/** What a table can be written as. */
enum Form {
    CSV(new MediaType("text", "csv", UTF_8), "csv"),
    XLSX(
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "xlsx");

    private final MediaType mediaType;
    private final String ending;

    Form(MediaType mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** What the name of such a file ends in, without the dot. */
    String ending() {
        return ending;
    }

    /** What an Accept header prefers; null where that is JSON or nothing of ours. */
    static @Nullable Form preferredBy(@Nullable String accept) {
        if (accept == null) return null;
        for (var wanted : byQuality(accept)) {
            if (wanted.getQualityValue() == 0 || wanted.includes(MediaType.APPLICATION_JSON))
                return null;
            for (var form : values()) if (wanted.includes(form.mediaType)) return form;
        }
        return null;
    }

    private static List<MediaType> byQuality(String accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
                    .toList();
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }
}
