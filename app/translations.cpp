// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tidings {

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto install = [&application](const QLocale &wanted, const QString &name, const QString &folder) {
        auto *const translator = new QTranslator(&application);
        if (translator->load(wanted, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // English plural forms stand behind every language that has no translation.
    install(QLocale(QLocale::English), u"tidings"_s, u":/i18n"_s);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"tidings"_s, u":/i18n"_s);
    if (!language.isEmpty() && qobject_cast<QGuiApplication *>(&application))
        QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace tidings
