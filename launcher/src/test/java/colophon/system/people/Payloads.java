package colophon.system.people;

import java.util.List;
import java.util.stream.Stream;

/** Texts that attackers write into fields to get a script into our pages. */
public final class Payloads {

    /** The number of forms of each text; the first is the text itself. */
    public static final int FORMS = 3;

    private static final List<String> VECTORS =
            List.of(
                    "<script>gotIn()</script>",
                    "<ScRiPt>gotIn()</sCrIpT>",
                    "<script >gotIn()</script\n>",
                    "<scr<script>ipt>gotIn()</script>",
                    "<script src=data:text/javascript,gotIn()></script>",
                    "<script type=module>gotIn()</script>",
                    "<img src=x onerror=gotIn()>",
                    "<img/src/onerror=gotIn()>",
                    "<img src=x:x onerror\n=gotIn()>",
                    "<image src=x onerror=gotIn()>",
                    "<svg onload=gotIn()>",
                    "<svg/onload=gotIn()//",
                    "<svg><script>gotIn()</script></svg>",
                    "<svg><animate onbegin=gotIn() attributeName=x dur=1s>",
                    "<body onload=gotIn()>",
                    "<body onpageshow=gotIn()>",
                    "<details open ontoggle=gotIn()>",
                    "<input autofocus onfocus=gotIn()>",
                    "<select autofocus onfocus=gotIn()>",
                    "<textarea autofocus onfocus=gotIn()>",
                    "<p tabindex=1 autofocus onfocus=gotIn()>",
                    "<video src=x onerror=gotIn()>",
                    "<video><source onerror=gotIn()>",
                    "<audio src=x onerror=gotIn()>",
                    "<iframe src=javascript:parent.gotIn()>",
                    "<iframe srcdoc='<script>parent.gotIn()</script>'>",
                    "<object data=javascript:gotIn()>",
                    "<embed src=javascript:gotIn()>",
                    "<meta http-equiv=refresh content='0;javascript:gotIn()'>",
                    "<base href=javascript:gotIn()//>",
                    "<link rel=stylesheet href=x onerror=gotIn()>",
                    "<style onload=gotIn()></style>",
                    "<style>@import 'javascript:gotIn()';</style>",
                    "<marquee onstart=gotIn()>",
                    "<math><mi xlink:href=javascript:gotIn()>",
                    "<template><script>gotIn()</script></template>",
                    "<noscript><p title='</noscript><img src=x onerror=gotIn()>'>",
                    "</title><script>gotIn()</script>",
                    "</textarea><script>gotIn()</script>",
                    "</style><script>gotIn()</script>",
                    "</script><script>gotIn()</script>",
                    "--><script>gotIn()</script>",
                    "]]><script>gotIn()</script>",
                    "<!--<img src='--><img src=x onerror=gotIn()>'",
                    "javascript:gotIn()",
                    "data:text/html,<script>gotIn()</script>",
                    "{{constructor.constructor('gotIn()')()}}",
                    "${gotIn()}",
                    "#{gotIn()}",
                    "<%= gotIn() %>",
                    "&lt;script&gt;gotIn()&lt;/script&gt;",
                    "&#60;script&#62;gotIn()&#60;/script&#62;",
                    "%3Cscript%3EgotIn()%3C/script%3E",
                    "\\u003cscript\\u003egotIn()\\u003c/script\\u003e",
                    "+ADw-script+AD4-gotIn()+ADw-/script+AD4-",
                    "＜script＞gotIn()＜/script＞",
                    " autofocus onfocus=gotIn() x=",
                    ";gotIn();//");

    private Payloads() {}

    /** All texts: as they are, and after the end of an attribute's value. */
    public static List<String> all() {
        return VECTORS.stream().flatMap(it -> Stream.of(it, "\">" + it, "'" + it)).toList();
    }
}
