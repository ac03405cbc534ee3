package colophon.views.reading.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import java.util.List;

/** The file formats of a table. */
enum TableFormat {
    CSV(new MediaType("text", "csv", UTF_8), "csv"),
    XLSX(
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "xlsx");

    private final MediaType mediaType;
    private final String ending;

    TableFormat(MediaType mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** The file name extension, without the dot. */
    String ending() {
        return ending;
    }

    /** The form that an Accept header prefers; null for JSON, or if it names no form. */
    static @Nullable TableFormat preferredBy(@Nullable String accept) {
        if (accept == null) return null;
        var ranges = ranges(accept);
        TableFormat best = null;
        var most = closest(ranges, MediaType.APPLICATION_JSON);
        for (var form : values()) {
            var other = closest(ranges, form.mediaType);
            if (other == null || other.range.getQualityValue() == 0) continue;
            if (most != null && !other.isBefore(most)) continue;
            best = form;
            most = other;
        }
        return best;
    }

    /** A media range of an Accept header, and its position in the header. */
    private record AcceptedRange(MediaType range, int place) {

        /** True if this range is preferred: by its weight, then by its position. */
        boolean isBefore(AcceptedRange other) {
            int quality = Double.compare(range.getQualityValue(), other.range.getQualityValue());
            return quality > 0 || quality == 0 && place < other.place;
        }
    }

    /** The most specific range for this type. It may also say that the type is not accepted. */
    private static @Nullable AcceptedRange closest(List<MediaType> ranges, MediaType type) {
        AcceptedRange closest = null;
        for (int place = 0; place < ranges.size(); place++) {
            var range = ranges.get(place);
            if (range.includes(type)
                    && (closest == null || closeness(range) > closeness(closest.range)))
                closest = new AcceptedRange(range, place);
        }
        return closest;
    }

    private static int closeness(MediaType range) {
        if (range.isWildcardType()) return 0;
        return range.isWildcardSubtype() ? 1 : 2;
    }

    private static List<MediaType> ranges(String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException _) {
            return List.of();
        }
    }
}
