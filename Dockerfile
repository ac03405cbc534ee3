# Colophon as an image, from launcher/target/colophon.jar (`mvn verify` or `./colophon --help` makes it):
#
#   docker build -t colophon .
#
# Where Docker Hub cannot be reached: --build-arg BASE=…, any image with a Java 25 runtime and bash.
ARG BASE=eclipse-temurin:25-jre

# The start-up cache fits only the very runtime, options and files that it was made with: so it is made here, of the same
# base, and from a start of the program as it will be.
FROM ${BASE} AS prepared
COPY launcher/target/colophon.jar /tmp/colophon.jar
RUN java -Djarmode=tools -jar /tmp/colophon.jar extract --destination /app
COPY deploy/image /app/
RUN /app/train \
 && rm /app/train \
 && mkdir -m 0700 /data

FROM ${BASE}
COPY --from=prepared /app /app
# A user that exists nowhere else; the directory is what the embedded mode keeps, and unfinished imports in server mode.
COPY --from=prepared --chown=10001:10001 /data /data
VOLUME /data
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=240s --retries=3 CMD ["/app/healthy"]
ENTRYPOINT ["java", "@/app/options", "-XX:AOTCache=/app/colophon.aot", "-jar", "/app/colophon.jar"]
CMD ["serve", "--colophon.data-dir=/data"]
