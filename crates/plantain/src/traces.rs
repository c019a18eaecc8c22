//! Whether and where traces are sent.

use std::sync::Arc;
use std::time::Duration;

use plantain_app::{Tracer, World};
use plantain_otlp::{Otlp, OtlpConfig};

use crate::failure::Failure;

/// How long the end of the program waits for spans to be sent.
const FLUSH_MAX: Duration = Duration::from_secs(3);

/// A sender, and the share of traces that it is told of.
pub type Started = Option<(Arc<Otlp>, f64)>;

/// Starts to send traces if there is somewhere to send them.
pub fn start(endpoint: Option<&str>) -> Result<Started, Failure> {
    let variables = |name: &str| std::env::var(name).ok();
    let off = variables("OTEL_SDK_DISABLED").is_some_and(|text| text.eq_ignore_ascii_case("true"));
    let Some(endpoint) = endpoint.filter(|text| !text.is_empty() && !off) else {
        return Ok(None);
    };
    let wrong = |why: String| Failure::machine("cannot send traces", why);
    let config = OtlpConfig::read(endpoint, &variables).map_err(wrong)?;
    let share = config.share;
    let otlp = Otlp::start(config).map_err(wrong)?;
    Ok(Some((Arc::new(otlp), share)))
}

/// Returns what begins spans.
pub fn tracer(started: Option<&(Arc<Otlp>, f64)>, world: &Arc<dyn World>) -> Tracer {
    match started {
        Some((otlp, share)) => Tracer::new(otlp.clone(), Arc::clone(world), *share),
        None => Tracer::default(),
    }
}

/// Sends what is left.
pub async fn finish(otlp: Option<&Otlp>) {
    if let Some(otlp) = otlp {
        otlp.flush(FLUSH_MAX).await;
    }
}
