import { useContext } from 'react';
import { languageOf } from './language-of.js';
import { LanguageContext, useWords } from './words.js';

/** What somebody wrote in a language of their own choice: marked with it, and where it is not the page's, said so. */
export function Written({ text, isNamed = true }: { text: string; isNamed?: boolean }) {
  const words = useWords();
  const language = languageOf(text);
  if (language === useContext(LanguageContext)) return <>{text}</>;
  return (
    <>
      <span lang={language}>{text}</span>
      {isNamed && (
        <>
          {' '}
          <small className="written-in">{words.writtenIn[language]}</small>
        </>
      )}
    </>
  );
}
