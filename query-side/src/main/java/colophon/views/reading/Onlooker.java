package colophon.views.reading;

/**
 * Who asks, as far as it matters to the answer. A query takes it as an argument, like its {@link
 * Edition}.
 *
 * @param sight what they may see
 * @param now the views as they are: whose a thing is, the present says, whatever day is asked about
 */
public record Onlooker(Sight sight, Edition now) {

    /** True if a record of this student at this institution may be shown. */
    public boolean sees(String institutionId, String studentId) {
        return sight.sees(institutionId, studentId);
    }

    /** True if what belongs to this institution may be shown. */
    public boolean sees(String institutionId) {
        return sight.sees(institutionId);
    }
}
