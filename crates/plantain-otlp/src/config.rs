//! Where spans go and under which name, by the variables that OpenTelemetry gives every program
//! (<https://opentelemetry.io/docs/specs/otel/protocol/exporter/>).

use std::time::Duration;

use plantain_store::SpanValue;

/// Path of traces below an endpoint for all signals.
const TRACES_PATH: &str = "v1/traces";
const TIMEOUT_MS: u64 = 10_000;
const EVERY_MS: u64 = 5_000;

/// Reads a variable of the environment.
pub type Variables<'a> = &'a dyn Fn(&str) -> Option<String>;

/// How spans are sent.
#[derive(Debug, Clone, PartialEq)]
pub struct OtlpConfig {
    /// The whole URL.
    pub url: String,
    /// May hold secrets.
    pub headers: Vec<(String, String)>,
    pub timeout: Duration,
    /// Longest time that a span waits for others.
    pub every: Duration,
    /// What is said of the program.
    pub resource: Vec<(String, SpanValue)>,
    /// Share of the traces begun here that are recorded.
    pub share: f64,
}

impl OtlpConfig {
    /// Returns how spans are sent to `endpoint`, or an error that names the variable.
    pub fn read(endpoint: &str, variables: Variables<'_>) -> Result<Self, String> {
        let of = |names: &[&str]| {
            let mut found = names.iter().filter_map(|name| variables(name));
            found.find(|value| !value.is_empty())
        };
        let url = match of(&["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"]) {
            Some(url) => url,
            None => format!("{}/{TRACES_PATH}", endpoint.trim_end_matches('/')),
        };
        if !url.starts_with("http://") && !url.starts_with("https://") {
            return Err(format!(
                "the endpoint {url:?} must begin with http:// or https://"
            ));
        }
        let protocol = of(&[
            "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
            "OTEL_EXPORTER_OTLP_PROTOCOL",
        ]);
        if let Some(protocol) = protocol.filter(|protocol| protocol != "http/protobuf") {
            return Err(format!(
                "OTEL_EXPORTER_OTLP_PROTOCOL is {protocol:?}; only http/protobuf is spoken (port 4318 of a collector)"
            ));
        }
        let headers = of(&[
            "OTEL_EXPORTER_OTLP_TRACES_HEADERS",
            "OTEL_EXPORTER_OTLP_HEADERS",
        ]);
        let timeout = of(&[
            "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT",
            "OTEL_EXPORTER_OTLP_TIMEOUT",
        ]);
        let attributes = of(&["OTEL_RESOURCE_ATTRIBUTES"]).unwrap_or_default();
        let mut resource = pairs("OTEL_RESOURCE_ATTRIBUTES", &attributes)?;
        let service = of(&["OTEL_SERVICE_NAME"]);
        let named = resource.iter().any(|(name, _)| name == "service.name");
        if service.is_some() || !named {
            resource.retain(|(name, _)| name != "service.name");
            let service = service.unwrap_or_else(|| "plantain".to_owned());
            resource.insert(0, ("service.name".to_owned(), service));
        }
        resource.push((
            "service.version".to_owned(),
            env!("CARGO_PKG_VERSION").to_owned(),
        ));
        let resource = resource.into_iter();
        Ok(Self {
            url,
            headers: pairs("OTEL_EXPORTER_OTLP_HEADERS", &headers.unwrap_or_default())?,
            timeout: millis("OTEL_EXPORTER_OTLP_TIMEOUT", timeout, TIMEOUT_MS)?,
            every: millis(
                "OTEL_BSP_SCHEDULE_DELAY",
                of(&["OTEL_BSP_SCHEDULE_DELAY"]),
                EVERY_MS,
            )?,
            resource: resource
                .map(|(name, value)| (name, SpanValue::Text(value)))
                .collect(),
            share: share(
                of(&["OTEL_TRACES_SAMPLER"]),
                of(&["OTEL_TRACES_SAMPLER_ARG"]),
            )?,
        })
    }
}

fn millis(name: &str, text: Option<String>, usual: u64) -> Result<Duration, String> {
    let ms = match text {
        None => usual,
        Some(text) => text
            .parse()
            .map_err(|_| format!("{name} is {text:?}; it must be milliseconds"))?,
    };
    Ok(Duration::from_millis(ms.max(1)))
}

/// Those that clients began are always recorded as the clients want.
fn share(sampler: Option<String>, arg: Option<String>) -> Result<f64, String> {
    match sampler.as_deref() {
        None | Some("always_on" | "parentbased_always_on") => Ok(1.0),
        Some("always_off" | "parentbased_always_off") => Ok(0.0),
        Some("traceidratio" | "parentbased_traceidratio") => {
            let text = arg.unwrap_or_else(|| "1".to_owned());
            let share = text
                .parse()
                .ok()
                .filter(|share| (0.0..=1.0).contains(share));
            share.ok_or_else(|| {
                format!("OTEL_TRACES_SAMPLER_ARG is {text:?}; it must be from 0 to 1")
            })
        }
        Some(other) => Err(format!(
            "OTEL_TRACES_SAMPLER is {other:?}; there are parentbased_always_on, parentbased_always_off and parentbased_traceidratio"
        )),
    }
}

/// Reads "name=value,name=value"; values may be percent-encoded.
fn pairs(variable: &str, text: &str) -> Result<Vec<(String, String)>, String> {
    let parts = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let pairs = parts.map(|part| {
        // The value may be a secret.
        let (name, value) = part
            .split_once('=')
            .ok_or_else(|| format!("{variable} must be name=value, parted by commas"))?;
        Ok((name.trim().to_owned(), decoded(value.trim())))
    });
    pairs.collect()
}

fn decoded(text: &str) -> String {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = match (byte, bytes.get(at + 1), bytes.get(at + 2)) {
            (b'%', Some(high), Some(low)) => digit(*high).zip(digit(*low)),
            _ => None,
        };
        match pair {
            Some((high, low)) => {
                plain.push((high * 16 + low) as u8);
                at += 3;
            }
            None => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(endpoint: &str, set: &[(&str, &str)]) -> Result<OtlpConfig, String> {
        let variables = |name: &str| {
            let found = set.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        OtlpConfig::read(endpoint, &variables)
    }

    #[test]
    fn the_variables_of_opentelemetry_are_followed() {
        let config = read("http://c:4318/", &[]).unwrap();
        assert_eq!(config.url, "http://c:4318/v1/traces");
        assert_eq!((config.share, config.timeout.as_secs()), (1.0, 10));
        assert_eq!(
            config.resource[0],
            ("service.name".into(), SpanValue::Text("plantain".into()))
        );
        let config = read(
            "http://c:4318",
            &[
                ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://t/in"),
                ("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%20b, y=c=d"),
                ("OTEL_SERVICE_NAME", "art"),
                ("OTEL_RESOURCE_ATTRIBUTES", "service.name=other,team=x"),
                ("OTEL_BSP_SCHEDULE_DELAY", "50"),
                ("OTEL_TRACES_SAMPLER", "parentbased_traceidratio"),
                ("OTEL_TRACES_SAMPLER_ARG", "0.25"),
            ],
        );
        let config = config.unwrap();
        assert_eq!(config.url, "https://t/in");
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(config.headers, [header("x-key", "a b"), header("y", "c=d")]);
        let names: Vec<_> = config.resource.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["service.name", "team", "service.version"]);
        assert_eq!(config.resource[0].1, SpanValue::Text("art".into()));
        assert_eq!((config.every.as_millis(), config.share), (50, 0.25));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (endpoint, set, named) in [
            ("collector:4318", ("", ""), "http://"),
            (
                "http://c",
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
                "OTEL_EXPORTER_OTLP_PROTOCOL",
            ),
            (
                "http://c",
                ("OTEL_EXPORTER_OTLP_HEADERS", "secret"),
                "OTEL_EXPORTER_OTLP_HEADERS",
            ),
            (
                "http://c",
                ("OTEL_EXPORTER_OTLP_TIMEOUT", "10s"),
                "OTEL_EXPORTER_OTLP_TIMEOUT",
            ),
            (
                "http://c",
                ("OTEL_TRACES_SAMPLER", "jaeger_remote"),
                "OTEL_TRACES_SAMPLER",
            ),
        ] {
            let error = read(endpoint, &[set]).unwrap_err();
            assert!(
                error.contains(named) && !error.contains("secret"),
                "{error}"
            );
        }
    }
}
