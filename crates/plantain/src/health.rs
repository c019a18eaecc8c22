//! `plantain health`: asks a running server whether it is ready, for supervisors that can only start programs.

use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use plantain_core::Error;

use crate::cli::HealthArgs;
use crate::failure::Failure;
use crate::screen;

/// How long the server may take.
const TIME_MAX: Duration = Duration::from_secs(4);
/// Longest answer that is read.
const ANSWER_BYTES_MAX: u64 = 64 << 10;

pub fn run(args: &HealthArgs) -> Result<(), Failure> {
    let authority = authority(&args.url)?;
    let answer = ask(authority).map_err(|error| Failure::machine(&args.url, error))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    screen::line(format_args!("{}", body.trim_end()))?;
    match head.starts_with("HTTP/1.1 200 ") {
        true => Ok(()),
        false => Err(Failure::Unwell),
    }
}

/// Returns host and port of an http URL.
fn authority(url: &str) -> Result<&str, Failure> {
    let rest = url
        .strip_prefix("http://")
        .map(|rest| rest.trim_end_matches('/'));
    rest.filter(|rest| rest.contains(':') && !rest.contains('/'))
        .ok_or_else(|| {
            let remedy = "must be http://HOST:PORT, as in http://127.0.0.1:8080";
            Error::invalid("invalid_url", "--url", url, remedy).into()
        })
}

fn ask(authority: &str) -> std::io::Result<String> {
    let mut addresses = authority.to_socket_addrs()?;
    let address = addresses
        .next()
        .ok_or_else(|| std::io::Error::other("the host has no address"))?;
    let mut stream = TcpStream::connect_timeout(&address, TIME_MAX)?;
    stream.set_read_timeout(Some(TIME_MAX))?;
    stream.set_write_timeout(Some(TIME_MAX))?;
    let request = format!("GET /readyz HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.take(ANSWER_BYTES_MAX).read_to_string(&mut answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_are_asked() {
        assert_eq!(authority("http://127.0.0.1:80/").unwrap(), "127.0.0.1:80");
        for bad in [
            "",
            "127.0.0.1:80",
            "https://a:1",
            "http://a",
            "http://a:1/readyz",
        ] {
            assert!(authority(bad).is_err(), "{bad}");
        }
    }
}
