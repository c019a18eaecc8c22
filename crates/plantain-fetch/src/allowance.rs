//! Which addresses may be asked: every public one, and exceptions by name or network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Which addresses may be asked.
#[derive(Debug, Clone, Default)]
pub struct Allowance {
    exceptions: Vec<Exception>,
}

/// A host or a network that may be asked although it is not public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exception {
    /// A host name, lower case, or an address.
    Host(String),
    /// An address and how many of its first bits count.
    Network(IpAddr, u8),
}

impl Exception {
    /// Returns the exception for `10.0.0.0/8`, `fd00::/8`, `192.168.1.5` or `media.intranet`; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((address, bits)) = text.split_once('/') {
            let address: IpAddr = address.parse().ok()?;
            let bits: u8 = bits.parse().ok()?;
            let most = if address.is_ipv4() { 32 } else { 128 };
            return (bits <= most).then_some(Self::Network(address, bits));
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '_');
        (!text.is_empty() && text.chars().all(plain)).then(|| Self::Host(text.to_ascii_lowercase()))
    }

    fn holds_host(&self, host: &str) -> bool {
        matches!(self, Self::Host(name) if *name == host)
    }

    fn holds_address(&self, address: IpAddr) -> bool {
        match self {
            Self::Host(name) => name.parse() == Ok(address),
            Self::Network(network, bits) => same_start(*network, address, *bits),
        }
    }
}

/// Whether two addresses of one family agree in their first bits.
fn same_start(network: IpAddr, address: IpAddr, bits: u8) -> bool {
    let (network, address, width) = match (network, address) {
        (IpAddr::V4(n), IpAddr::V4(a)) => (u128::from(n.to_bits()), u128::from(a.to_bits()), 32),
        (IpAddr::V6(n), IpAddr::V6(a)) => (n.to_bits(), a.to_bits(), 128),
        _ => return false,
    };
    let dropped = width - u32::from(bits);
    // A shift by all bits of a number is no shift in Rust, so no bits at all is a case of its own.
    bits == 0 || network >> dropped == address >> dropped
}

impl Allowance {
    pub fn new(exceptions: Vec<Exception>) -> Self {
        Self { exceptions }
    }

    /// Whether this host may be asked at whatever address it has; `host` is lower case.
    pub fn trusts_host(&self, host: &str) -> bool {
        self.exceptions
            .iter()
            .any(|exception| exception.holds_host(host))
    }

    /// Whether this address may be asked.
    pub fn admits(&self, address: IpAddr) -> bool {
        is_public(address.to_canonical()) || self.trusts_address(address)
    }

    /// Whether the owner named this address or its network.
    pub fn trusts_address(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.exceptions
            .iter()
            .any(|exception| exception.holds_address(address))
    }
}

/// Whether an address belongs to the public internet, by the registries of special addresses (RFC 6890 and later).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = match (a, b, c) {
        // "This network", private networks, carriers' networks, loopback.
        (0 | 10 | 127, ..) => true,
        (100, 64..=127, _) | (172, 16..=31, _) | (192, 168, _) => true,
        // Link-local addresses; clouds keep their secrets at 169.254.169.254.
        (169, 254, _) => true,
        // Protocol assignments, documentation, relays, benchmarks.
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113) => {
            true
        }
        // Multicast and all that is reserved, broadcast among it.
        (224.., ..) => true,
        _ => false,
    };
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    // Addresses that carry one of version 4: NAT64 (64:ff9b::/96) and 6to4 (2002::/16).
    let carried = match parts {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => Some((high, low)),
        _ => None,
    };
    if let Some((high, low)) = carried {
        return is_public_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)));
    }
    // Only 2000::/3 is given out; in it 2001::/23 is for protocols, and two prefixes are for documentation.
    let given_out = parts[0] & 0xe000 == 0x2000;
    let protocols = parts[0] == 0x2001 && parts[1] < 0x0200;
    let documentation =
        (parts[0] == 0x2001 && parts[1] == 0x0db8) || (parts[0] == 0x3fff && parts[1] < 0x1000);
    given_out && !protocols && !documentation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_asked() {
        let public = [
            "1.1.1.1",
            "93.184.216.34",
            "172.15.0.1",
            "172.32.0.1",
            "100.63.255.255",
            "198.17.1.1",
            "223.255.255.1",
            "2606:4700::1111",
            "2a00:1450:4001::1",
            "64:ff9b::101:101",
            "2002:101:101::1",
            "::ffff:1.1.1.1",
        ];
        let special = [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "3fff::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "100::1",
        ];
        let allowance = Allowance::default();
        for text in public {
            assert!(allowance.admits(text.parse().unwrap()), "{text}");
        }
        for text in special {
            assert!(!allowance.admits(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn exceptions_are_as_wide_as_they_say() {
        let parse = |text| Exception::parse(text).unwrap();
        let allowance = Allowance::new(vec![
            parse("10.1.0.0/16"),
            parse("fd00::/8"),
            parse("192.168.7.7"),
            parse("Media.Intranet"),
        ]);
        for (address, admitted) in [
            ("10.1.255.1", true),
            ("10.2.0.1", false),
            ("fd99::1", true),
            ("fc99::1", false),
            ("192.168.7.7", true),
            ("192.168.7.8", false),
            ("::ffff:10.1.0.1", true),
        ] {
            assert_eq!(
                allowance.admits(address.parse().unwrap()),
                admitted,
                "{address}"
            );
        }
        assert!(
            allowance.trusts_host("media.intranet") && !allowance.trusts_host("x.media.intranet")
        );
        let everything = Allowance::new(vec![parse("0.0.0.0/0")]);
        assert!(everything.admits("127.0.0.1".parse().unwrap()));
        for text in ["", "10.0.0.0/33", "x/8", "a b", "http://x"] {
            assert_eq!(Exception::parse(text), None, "{text}");
        }
    }
}
