// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopscheme.h"

namespace tidings {

using namespace Qt::StringLiterals;

namespace {

// org.freedesktop.appearance color-scheme: 0 no preference, 1 dark, 2 light; others count as 0.
ColorScheme schemeFrom(uint value)
{
    return value == 1 ? ColorScheme::Dark : value == 2 ? ColorScheme::Light : ColorScheme::NoPreference;
}

} // namespace

DesktopScheme::DesktopScheme(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_value(bus,
          {RemoteValue::Kind::PortalSetting, u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
              u"org.freedesktop.appearance"_s, u"color-scheme"_s})
{
    connect(&m_value, &RemoteValue::told, this, [this](const QVariant &value) {
        const ColorScheme scheme = schemeFrom(value.toUInt());
        if (scheme == m_scheme)
            return;
        m_scheme = scheme;
        emit changed(scheme);
    });
}

} // namespace tidings
