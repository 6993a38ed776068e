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
    for (const auto &[name, folder] : {std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
             std::pair(u"tidings"_s, u":/i18n"_s)}) {
        auto *const translator = new QTranslator(&application);
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
    if (!language.isEmpty())
        QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace tidings
