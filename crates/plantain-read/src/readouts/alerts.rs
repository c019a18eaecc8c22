//! Alerts on a dashboard: the words that lead to them, and what they say.

use super::clauses::{Chunk, Clause, Told, trimmed};
use crate::reader::Reader;

/// Words of an alert, at most.
const ALERT_TOKENS_MAX: usize = 14;

/// "alert", "3 alerts": where the words behind it begin.
pub(super) fn head(reader: &Reader<'_>, chunk: Chunk) -> Option<usize> {
    let quoted = |at: usize| reader.tokens.get(at).is_some_and(|t| t.quote().is_some());
    let at = (chunk.from..chunk.to).find(|&at| {
        (at < chunk.from + 4 || quoted(at + 1))
            && matches!(
                reader.key(at),
                "alert"
                    | "alerts"
                    | "warning"
                    | "warnings"
                    | "alarm"
                    | "incident"
                    | "incidents"
                    | "alerte"
                    | "alertes"
                    | "alerta"
                    | "alertas"
                    | "warnung"
                    | "warnungen"
                    | "allarme"
                    | "allarmi"
                    | "alarme"
                    | "melding"
                    | "uyarı"
                    | "авария"
                    | "аварии"
                    | "аварія"
                    | "аварії"
                    | "инциденты"
                    | "тревога"
                    | "тривога"
                    | "предупреждение"
                    | "попередження"
                    | "警报"
                    | "告警"
                    | "警告"
                    | "アラート"
                    | "알림"
                    | "경고"
                    | "تنبيه"
                    | "התראה"
                    | "चेतावनी"
            )
    })?;
    let rest = at + 1;
    let text = quoted(rest);
    let opens = chunk.leads || text || rest == chunk.to;
    // "alerts 3": a figure.
    (opens && (rest == chunk.to || text)).then_some(rest)
}

/// The text of an alert.
pub(super) fn text(reader: &Reader<'_>, chunk: Chunk) -> Option<Told> {
    let quote = (chunk.from..chunk.to).find(|&at| reader.tokens[at].quote().is_some());
    let text = match quote {
        Some(at) => reader.tokens[at]
            .quote()
            .and_then(|n| reader.quoted.get(n))
            .map(|quoted| quoted.inner.clone())?,
        None => {
            let (from, to) = trimmed(reader, chunk.from, chunk.to);
            if from == to || to - from > ALERT_TOKENS_MAX {
                return None;
            }
            reader.span(from, to)
        }
    };
    Some(Told {
        clause: reader.span(chunk.from, chunk.to),
        what: Clause::Alert {
            text,
            quoted: quote.is_some(),
        },
    })
}
